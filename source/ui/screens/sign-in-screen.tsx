import {Box} from 'ink';
import {regionName} from '../../domain/region.js';
import {Caret} from '../components/caret.js';
import {ChoiceLine} from '../components/choice-line.js';
import {FormStatus} from '../components/form-status.js';
import {Lines} from '../components/lines.js';
import {Panel} from '../components/panel.js';
import {TextField} from '../components/text-field.js';
import {type FieldWindow, fieldWindow} from '../field/field-window.js';
import {isCovered} from '../keys/active-layer.js';
import type {Model} from '../model.js';
import {fieldWidth, labelWidth, panelHeight, panelWidth} from '../panel.js';
import {adviseOn} from '../sign-in/advice.js';
import {fieldsOf, type SignIn, type SignInFocus} from '../sign-in/sign-in.js';
import {useSymbols} from '../use-symbols.js';
import {wrapCells} from '../wrap-cells.js';

const explanation = {
	password:
		'A new login ends the COROS session of your browser. To keep that one, use its token instead.',
	token:
		'Your browser stays signed in. From training.coros.com, copy the cookie CPL-coros-token and paste it here.',
} as const;

const labels = {
	email: 'E-mail',
	password: 'Password',
	region: 'Region',
	token: 'Token',
} as const satisfies Record<SignInFocus, string>;

const useShown = (signIn: SignIn, field: Exclude<SignInFocus, 'region'>): FieldWindow => {
	const {secret} = useSymbols();
	const isHidden = field !== 'email' && !signIn.isRevealed;
	return fieldWindow(signIn[field], fieldWidth, isHidden ? secret : undefined);
};

const reasonOf = ({reason, resume}: SignIn) =>
	reason && {
		message: reason.message,
		hint: resume
			? 'What is saved stays saved. Sign in, and the download goes on.'
			: 'Sign in to go on.',
	};

// Title, two lines of explanation and an empty one.
const firstField = 4;

const Fields = ({model, signIn}: {readonly model: Model; readonly signIn: SignIn}) => {
	const shown = {
		email: useShown(signIn, 'email'),
		password: useShown(signIn, 'password'),
		token: useShown(signIn, 'token'),
	};
	const {focus, region} = signIn;
	const fields = fieldsOf(signIn);
	return (
		<Box flexDirection="column" height={3} flexShrink={0} marginTop={1}>
			{fields.map((field) =>
				field === 'region' ? (
					<ChoiceLine
						key={field}
						label={labels[field]}
						value={region === 'auto' ? 'found by itself' : regionName[region]}
						isFocused={field === focus}
					/>
				) : (
					<TextField
						key={field}
						label={labels[field]}
						shown={shown[field]}
						isFocused={field === focus}
					/>
				),
			)}
			{focus === 'region' || signIn.request || isCovered(model) ? undefined : (
				<Caret
					model={model}
					line={firstField + fields.indexOf(focus)}
					column={labelWidth + shown[focus].caret}
				/>
			)}
		</Box>
	);
};

/** Asks who it is. */
export const SignInScreen = ({model, signIn}: {readonly model: Model; readonly signIn: SignIn}) => (
	<Panel model={model} title={signIn.way === 'token' ? 'Sign in with a token' : 'Sign in to COROS'}>
		<Box height={2} flexDirection="column" flexShrink={0}>
			<Lines lines={wrapCells(explanation[signIn.way], panelWidth).slice(0, 2)} />
		</Box>
		<Fields model={model} signIn={signIn} />
		<Box marginTop={1}>
			<FormStatus
				working={signIn.request ? 'asking COROS' : undefined}
				failure={signIn.failure ? adviseOn(signIn.failure) : reasonOf(signIn)}
				height={panelHeight - firstField - 4}
			/>
		</Box>
	</Panel>
);
