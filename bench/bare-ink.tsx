import {Box, render, Text, useApp, useInput, useWindowSize} from 'ink';
import {useState} from 'react';

// The least a full-screen Ink program can be: what it takes is what Ink takes.
const Bare = () => {
	const {exit} = useApp();
	const {rows} = useWindowSize();
	const [count, setCount] = useState(1);
	useInput((input) => {
		if (input === 'q') {
			exit();
		} else {
			setCount((before) => before + input.length);
		}
	});
	return (
		<Box height={rows} flexDirection="column" justifyContent="space-between">
			<Text>hello</Text>
			<Text>{count}/1</Text>
		</Box>
	);
};

const app = render(<Bare />, {
	alternateScreen: true,
	incrementalRendering: true,
	exitOnCtrlC: false,
	patchConsole: false,
	interactive: true,
});
await app.waitUntilExit();
process.exit();
