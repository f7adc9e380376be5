/** Numbers of the WebAssembly binary format, https://webassembly.github.io/spec/core/binary/modules.html */
const headerBytes = 8;
const importSection = 2;
const exportSection = 7;
const kinds = { function: 0, table: 1, memory: 2, global: 3, tag: 4 } as const;

/**
 * A WebAssembly module without the exports that its JavaScript cannot ask for.
 *
 * DuckDB-Wasm is linked so that extensions can be loaded at run time, and exports every one of its 75,000
 * symbols for them: 7.4 of 34 MB, all of them read and turned into objects at start. Without extensions an
 * export matters only when the JavaScript names it, or when the module itself imports the address of that
 * symbol (`GOT.mem`, `GOT.func`). The code is left as it is.
 *
 * @throws RangeError when the bytes are not a module.
 */
export function stripExports(module: Uint8Array, script: string): Uint8Array {
	const named = new Set(script.match(/[\w$]+/g));
	const reader = new Reader(module);
	const parts = [module.subarray(0, reader.at)];
	while (reader.at < module.length) {
		const start = reader.at;
		const id = reader.byte();
		const end = reader.number() + reader.at;
		if (id === importSection) for (const name of addressImports(reader)) named.add(name);
		if (id === exportSection) parts.push(section(id, keptExports(reader, named)));
		else parts.push(module.subarray(start, end));
		reader.at = end;
	}
	return Buffer.concat(parts);
}

class Reader {
	at = headerBytes;

	constructor(readonly bytes: Uint8Array) {
		const magic = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
		if (magic !== '\0asm') throw new RangeError('Not a WebAssembly module');
	}

	byte(): number {
		const value = this.bytes[this.at];
		if (value === undefined) throw new RangeError('The module ends too early');
		this.at += 1;
		return value;
	}

	/** An unsigned LEB128 integer. */
	number(): number {
		let value = 0;
		for (let scale = 1; ; scale *= 128) {
			const byte = this.byte();
			value += (byte & 127) * scale;
			if (byte < 128) return value;
		}
	}

	name(): string {
		const length = this.number();
		this.at += length;
		return Buffer.from(this.bytes.subarray(this.at - length, this.at)).toString();
	}

	limits(): void {
		const hasMaximum = this.byte() & 1;
		this.number();
		if (hasMaximum) this.number();
	}
}

/** Symbols whose address the dynamic linker looks up among the exports. */
function addressImports(reader: Reader): string[] {
	const names: string[] = [];
	for (let left = reader.number(); left > 0; left -= 1) {
		const module = reader.name();
		const name = reader.name();
		skipDescription(reader);
		if (module.startsWith('GOT.')) names.push(name);
	}
	return names;
}

function skipDescription(reader: Reader): void {
	const kind = reader.byte();
	if (kind === kinds.global) reader.at += 2;
	else if (kind === kinds.memory) reader.limits();
	else if (kind === kinds.function) reader.number();
	else {
		reader.byte();
		if (kind === kinds.table) reader.limits();
		else reader.number();
	}
}

function keptExports(reader: Reader, named: ReadonlySet<string>): Uint8Array {
	const kept: Uint8Array[] = [];
	for (let left = reader.number(); left > 0; left -= 1) {
		const start = reader.at;
		const name = reader.name();
		reader.byte();
		reader.number();
		if (named.has(name)) kept.push(reader.bytes.subarray(start, reader.at));
	}
	return Buffer.concat([leb128(kept.length), ...kept]);
}

function section(id: number, body: Uint8Array): Uint8Array {
	return Buffer.concat([Buffer.of(id), leb128(body.length), body]);
}

function leb128(value: number): Uint8Array {
	const bytes: number[] = [];
	let rest = value;
	do {
		bytes.push((rest & 127) | (rest > 127 ? 128 : 0));
		rest = Math.floor(rest / 128);
	} while (rest > 0);
	return Buffer.from(bytes);
}
