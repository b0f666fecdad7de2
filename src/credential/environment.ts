/** Environment variables by name: an argument, so that nothing here depends on where it runs. */
export type Environment = Readonly<Record<string, string | undefined>>;
