// What is bundled twice to be compared: as its makers ship it, and as this program does.
export * as Ink from 'ink';
export {createElement as h} from 'react';
export {default as stringWidth} from 'string-width';
export {default as wrapAnsi} from 'wrap-ansi';
export {default as lineUpdate} from '../../node_modules/ink/build/line-update.js';
