import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import { layerRules } from './eslint.layers.js';
import svelteConfig from './svelte.config.js';

/** @param {number} max */
const lines = (max) => /** @type {['error', { max: number }]} */ (['error', { max }]);

export default defineConfig(
	{ ignores: ['.svelte-kit/', '.svelte-check/', '.cache/', 'build/', 'static/'] },
	js.configs.recommended,
	ts.configs.strict,
	svelte.configs.recommended,
	prettier,
	svelte.configs.prettier,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			'no-undef': 'off',
			'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
			'max-lines': lines(200)
		}
	},
	{ files: ['**/*.test.ts', 'tests/support/hold-*.ts'], rules: { 'max-lines': 'off' } },
	{
		files: ['src/**/*.{ts,mjs}'],
		ignores: ['**/*.test.ts'],
		rules: {
			'max-params': ['error', 3],
			'max-lines-per-function': ['error', { max: 50, skipComments: true, skipBlankLines: true }]
		}
	},
	{ files: ['**/*.svelte'], rules: { 'max-lines': lines(150) } },
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: {
				projectService: true,
				extraFileExtensions: ['.svelte'],
				parser: ts.parser,
				svelteConfig
			}
		}
	},
	...layerRules
);
