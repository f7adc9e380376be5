import process from 'node:process';

/** npm runs scripts in the project's folder; paths are meant from where the person stands. */
export function workingFolder(script: string): string {
	const { INIT_CWD, npm_lifecycle_event: running } = process.env;
	return running === script && INIT_CWD !== undefined ? INIT_CWD : process.cwd();
}
