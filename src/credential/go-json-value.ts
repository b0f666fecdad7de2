/** A JSON document as Go's decoder walks it: members in order, with those that come twice. */
export type GoJsonValue =
  | { readonly kind: 'object'; readonly members: readonly GoJsonMember[] }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'array' | 'number' | 'bool' | 'null' };

/** A member of an object. */
export interface GoJsonMember {
  readonly key: string;
  readonly value: GoJsonValue;
}

/** Whether a member fills a field of a Go struct: one of its name does, whatever its case, as Unicode folds it. */
export function isField(member: GoJsonMember, field: string): boolean {
  // the one letter that folds to an ASCII one and that lower case leaves alone
  return member.key.toLowerCase().replace(/ſ/g, 's') === field.toLowerCase();
}
