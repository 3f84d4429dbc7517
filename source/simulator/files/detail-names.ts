/** Fields of `summary` that COROS fills with 0 where a sport has no use for them. */
export const zeroInSummary = (
	'aerobicEffectState alpha500 anaerobicEffectState avgAirPower avgFromPower avgGrade ' +
	'avgGroundBalanceLeft avgGroundTime avgLegStiffness avgPowerHori avgPowerOrien avgPowerVert ' +
	'avgRunningEf avgSwolfLen avgVertRatio avgVertVibration bestLength bicycleIf bodyTemperature ' +
	'climbingTime combineSportMode compareDistance displayPerformance estimation exercises falls ' +
	'fastest100m fastest1852m fastest250m fastest500m fpRatio gradingSystem hardestGrade hasProgram ' +
	'indoorRealDistance isRunTest leftPedalSmoothness leftTorqueEffectiveness lengths max2s ' +
	'maxActivityFall maxGrade maxJump maxSwolfLen mutliPitchStage noPerformanceReason pitch rdType ' +
	'rightPedalSmoothness rightTorqueEffectiveness ropeAvgSpeed ropeMaxSpeed seatedTime sets ' +
	'standingTime strydPowerCp tiredRate tiredRateState totalReps totalStumbleRope trainType ' +
	'userChangeDistance vertSpeed waterTemperature work'
).split(' ');

/** Fields of `summary` that hold 65535 where nothing was measured. */
export const unknownInSummary = 'hrmVo2Max performance staminaLevel7d standardRate'.split(' ');

/** COROS's number for "not measured". */
export const unknown = 65_535;

/** Fields of a lap that COROS fills with 0 where a sport has no use for them. */
export const zeroInLap = (
	'airPower avgGrade bodyTemperature downhillDesc downhillDist downhillTime falls formPower ' +
	'gradingSystem groundBalance groundTime hardestGrade legStiffness maxActivityFall maxGrade ' +
	'maxJump np reps ropeAvgSpeed ropeMaxSpeed sets showRestMode strideHeight strideRatio totalLength ' +
	'vertSpeed waterTemperature work'
).split(' ');

/** An object of zeros, or of another number. */
export const fill = (names: readonly string[], value = 0): Record<string, number> =>
	Object.fromEntries(names.map((name) => [name, value]));
