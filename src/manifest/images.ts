/** Which list of a pod spec an image stands in. */
export type ContainerRole = 'container' | 'init' | 'ephemeral' | 'volume';
