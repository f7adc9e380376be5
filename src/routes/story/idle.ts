/** What browsers tell about the link; absent in some. */
interface Connection {
	readonly effectiveType?: string;
	readonly saveData?: boolean;
}

/** Whether the link and the device are good enough for DuckDB to start without being asked. */
export function mayStartByItself(): boolean {
	const device = navigator as Navigator & { connection?: Connection; deviceMemory?: number };
	const { connection, deviceMemory = 0 } = device;
	return connection?.effectiveType === '4g' && connection.saveData !== true && deviceMemory >= 4;
}

/** Runs it once the page has nothing else to do. */
export function whenIdle(run: () => void): void {
	if ('requestIdleCallback' in window) window.requestIdleCallback(run, { timeout: 10_000 });
	else setTimeout(run, 2_000);
}
