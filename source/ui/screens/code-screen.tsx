import {Box, Text} from 'ink';
import {Caret} from '../components/caret.js';
import {FormStatus} from '../components/form-status.js';
import {Lines} from '../components/lines.js';
import {Panel} from '../components/panel.js';
import {isCovered} from '../keys/active-layer.js';
import type {Model} from '../model.js';
import {panelHeight, panelWidth} from '../panel.js';
import {adviseOn} from '../sign-in/advice.js';
import type {CodeStep, SignIn} from '../sign-in/sign-in.js';
import {codeLength} from '../sign-in/update-code.js';
import {useSymbols} from '../use-symbols.js';
import {wrapCells} from '../wrap-cells.js';

// Title, two lines of explanation and an empty one.
const firstLine = 4;
const boxWidth = 5;

const Digits = ({digits}: {readonly digits: string}) => {
	const {border} = useSymbols();
	return (
		<Box height={3} flexShrink={0} marginTop={1} aria-role="textbox">
			{Array.from({length: codeLength}, (_, place) => (
				<Box
					// biome-ignore lint/suspicious/noArrayIndexKey: a box is its place.
					key={place}
					borderStyle={border}
					borderDimColor={place !== digits.length}
					width={boxWidth}
					paddingX={1}
				>
					<Text bold>{digits[place] ?? ' '}</Text>
				</Box>
			))}
		</Box>
	);
};

/** Asks for the six digits that COROS has mailed. */
export const CodeScreen = ({
	model,
	signIn,
	code,
}: {
	readonly model: Model;
	readonly signIn: SignIn;
	readonly code: CodeStep;
}) => {
	const {digits, challenge} = code;
	const text = `COROS has mailed ${codeLength} digits to ${challenge.email}. They may take a minute to come.`;
	const working = signIn.request?.kind === 'resend' ? 'asking for a new code' : 'asking COROS';
	return (
		<Panel model={model} title="Two-step sign-in">
			<Box height={2} flexDirection="column" flexShrink={0}>
				<Lines lines={wrapCells(text, panelWidth).slice(0, 2)} />
			</Box>
			<Digits digits={digits} />
			{signIn.request || isCovered(model) || digits.length === codeLength ? undefined : (
				<Caret model={model} line={firstLine + 1} column={digits.length * boxWidth + 2} />
			)}
			<Box marginTop={1}>
				<FormStatus
					working={signIn.request ? working : undefined}
					failure={signIn.failure && adviseOn(signIn.failure)}
					height={panelHeight - firstLine - 4}
				/>
			</Box>
		</Panel>
	);
};
