/** The parameter with which a page shows a single figure, that of the fragment; src/app.html reads it first. */
export const embedParameter = 'embed';
