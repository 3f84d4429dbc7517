/** What a script needs to know, at the end of `backup --help`. */
export const exitCodesHelp = `Exit codes
  0    all done (a format that COROS does not have is no failure)
  1    unexpected error
  2    wrong usage
  3    finished, but something failed; what succeeded is kept
  4    sign-in failed or needed
  5    COROS unreachable or answering nonsense
  6    another run is using this folder
  7    verify found problems
  130  interrupted with Ctrl-C; 143 by SIGTERM; what was finished is kept`;
