import { expect, test } from 'vitest';
import { stripExports } from './strip-exports.ts';

const text = (value: string) => [value.length, ...Buffer.from(value)];
const section = (id: number, body: number[]) => [id, body.length, ...body];

/** Imports the address of `address`, and exports that global and the functions `used` and `unused`. */
const module = Uint8Array.from([
	...[0, 97, 115, 109, 1, 0, 0, 0],
	...section(1, [1, 0x60, 0, 1, 0x7f]),
	...section(2, [1, ...text('GOT.mem'), ...text('address'), 3, 0x7f, 1]),
	...section(3, [1, 0]),
	...section(7, [3, ...text('used'), 0, 0, ...text('unused'), 0, 0, ...text('address'), 3, 0]),
	...section(10, [1, 4, 0, 0x41, 42, 0x0b])
]);

function exportsOf(bytes: Uint8Array): WebAssembly.Exports {
	const imports = {
		'GOT.mem': { address: new WebAssembly.Global({ value: 'i32', mutable: true }, 0) }
	};
	return new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes)), imports).exports;
}

test('keeps the exports that the script names and those that the module looks up itself', () => {
	const stripped = exportsOf(stripExports(module, 'a=wasmExports.used;b("unused_too")'));
	expect(Object.keys(stripped)).toEqual(['used', 'address']);
});

test('leaves the code as it was', () => {
	const { used } = exportsOf(stripExports(module, 'used'));
	expect(typeof used === 'function' && used()).toBe(42);
});

test('refuses what is not a module', () => {
	expect(() => stripExports(Buffer.from('gzip bytes'), '')).toThrow(RangeError);
});
