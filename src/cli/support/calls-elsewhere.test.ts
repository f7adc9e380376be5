import { expect, test } from 'vitest';
import { callsElsewhere } from './calls-elsewhere.mjs';

test.each([
	'<script src="https://cdn.example/x.js"></script>',
	"<link rel='stylesheet' href='//fonts.example/a.css'>",
	'<img alt="" src=http://example.org/a.png>',
	'<style>@import url("https://example.org/a.css");</style>',
	'<style>p { background: url(https://example.org/a.png) }</style>',
	'<meta http-equiv="refresh" content="0; url=https://example.org">'
])('%s asks something of another origin', (html) => {
	expect(callsElsewhere(html)).not.toEqual([]);
});

test.each([
	'<a href="https://example.org">a link</a>',
	'<img alt="" src="data:image/png;base64,AAAA">',
	'<script src="own.js"></script>',
	'<p>https://example.org in words</p>'
])('%s asks nothing of another origin', (html) => {
	expect(callsElsewhere(html)).toEqual([]);
});
