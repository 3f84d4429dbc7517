import {Component, type ReactNode} from 'react';

type Props = {
	readonly onCrash: (error: unknown) => void;
	readonly children: ReactNode;
};

/** Keeps a fault in drawing from taking the app along; whoever is told gives it another key to try again. */
export class CrashGuard extends Component<Props, {readonly isBroken: boolean}> {
	static getDerivedStateFromError() {
		return {isBroken: true};
	}

	override readonly state = {isBroken: false};

	override componentDidCatch(error: unknown) {
		this.props.onCrash(error);
	}

	override render() {
		return this.state.isBroken ? null : this.props.children;
	}
}
