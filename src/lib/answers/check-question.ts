import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { problem, type Problem } from '#lib/vocabulary/problem.ts';
import schema from './question.schema.json' with { type: 'json' };

const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true, verbose: true }).compile(
	schema
);

/** What is wrong with a Question by the JSON Schema of its grammar; the message names the key. */
export function checkQuestion(question: unknown): Problem | undefined {
	if (validate(question)) return undefined;
	// The keyword of a branch says no more than the errors within it.
	const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if');
	const [first] = errors.sort((a, b) => rank(a) - rank(b) || depth(b) - depth(a));
	return problem('bad-question', {
		why: first ? `${sentence(first)}.` : 'it is of no known form.'
	});
}

/** A key that is not known is most often a slip of the pen for one that is missing. */
function rank({ keyword }: ErrorObject): number {
	return keyword === 'additionalProperties' ? 0 : keyword === 'required' ? 2 : 1;
}

function depth({ instancePath }: ErrorObject): number {
	return instancePath.split('/').length;
}

interface Node {
	readonly description?: string;
	readonly $ref?: string;
	readonly properties?: Readonly<Record<string, Node>>;
}

function sentence({ keyword, instancePath, params, parentSchema }: ErrorObject): string {
	const node = (parentSchema ?? {}) as Node;
	if (keyword === 'additionalProperties') {
		const key = String(params.additionalProperty);
		const known = Object.keys(node.properties ?? {}).join(', ');
		return `${nameOf(instancePath)} has no key “${key}”; it may have ${known}`;
	}
	if (keyword === 'required') {
		const key = String(params.missingProperty);
		const path = instancePath === '' ? key : `${nameOf(instancePath)}.${key}`;
		return `${path} must be ${described(node.properties?.[key]) ?? 'given'}`;
	}
	return `${nameOf(instancePath)} must be ${described(node) ?? 'of another form'}`;
}

/** `/where/sex/0` as `each of where.sex`. */
function nameOf(instancePath: string): string {
	const parts = instancePath.split('/').slice(1).map(unescape);
	if (parts.length === 0) return 'the question';
	const isItem = /^\d+$/.test(parts.at(-1) ?? '');
	return isItem ? `each of ${parts.slice(0, -1).join('.')}` : parts.join('.');
}

function unescape(part: string): string {
	return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

const definitions: Readonly<Record<string, Node>> = schema.$defs;

function described(node: Node | undefined): string | undefined {
	if (!node) return undefined;
	const target = definitions[node.$ref?.replace('#/$defs/', '') ?? ''];
	return node.description ?? target?.description;
}
