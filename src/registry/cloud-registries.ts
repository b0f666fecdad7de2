/** Registries of the catalogue, by id, that an identity of a cloud may log in to. */
export const CLOUD_REGISTRIES: Readonly<Record<'aws' | 'azure' | 'google', readonly string[]>> = {
  aws: ['ecr', 'ecr-public'],
  azure: ['acr'],
  google: ['artifact-registry', 'gcr'],
};
