/** Environment variables, as `process.env` holds them: an argument, so that nothing here depends on where it runs. */
export type Environment = Readonly<Record<string, string | undefined>>;
