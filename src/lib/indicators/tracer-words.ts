/** What the declarations of the tracer study share. */
export const inWork = 'graduates of the frame who are in work';
export const guide = 'ETF, ILO and Cedefop, Carrying out tracer studies (2016)';

/** SQL condition: in work, by the resolution of 2013. */
export const employed = "status IN ('employee', 'own_account', 'employer', 'family', 'intern')";

/** A share of graduates. */
export const share = {
	measure: 'share',
	table: 'tracer',
	kind: 'mean',
	interval: 'xlogit'
} as const;
