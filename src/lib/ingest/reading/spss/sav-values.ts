/** SPSS counts seconds from the first day of the Gregorian calendar. */
const epoch = Date.UTC(1582, 9, 14);

/** Codes of the formats that show a number of seconds as a day, as day and time, and as a time. */
const dayFormats = new Set([20, 23, 24, 28, 29, 30, 38, 39]);
const momentFormats = new Set([22, 41]);
const timeFormats = new Set([21, 25, 40]);

/** A number of an SPSS file as text by its print format: dates and times in ISO 8601, all others in full. */
export function savNumber(value: number, format: number): string {
	if (dayFormats.has(format) || momentFormats.has(format)) {
		const date = new Date(epoch + Math.round(value * 1000));
		if (Number.isNaN(date.getTime())) return String(value);
		const [day = '', time = ''] = date
			.toISOString()
			.replace(/(\.000)?Z$/, '')
			.split('T');
		return dayFormats.has(format) && time === '00:00:00' ? day : `${day}T${time}`;
	}
	return timeFormats.has(format) ? timeText(value) : String(value);
}

/** `09:30:00`, and `36:00:00` where it is a length of time beyond a day. */
function timeText(seconds: number): string {
	const sign = seconds < 0 ? '-' : '';
	const milliseconds = Math.round(Math.abs(seconds) * 1000);
	const whole = Math.floor(milliseconds / 1000);
	const two = (number: number) => String(Math.floor(number)).padStart(2, '0');
	const rest = milliseconds % 1000;
	const decimals = rest === 0 ? '' : `.${String(rest).padStart(3, '0')}`;
	return `${sign}${two(whole / 3600)}:${two((whole / 60) % 60)}:${two(whole % 60)}${decimals}`;
}
