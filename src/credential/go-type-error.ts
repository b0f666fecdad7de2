import { GoError } from './go-error';
import type { GoJsonValue } from './go-json-value';

/** A JSON value in a place of another type. The outer decoder adds the way to the place where the inner one stopped. */
export class GoTypeError extends GoError {
  readonly #kind: GoJsonValue['kind'];
  readonly #type: string;
  readonly #field?: string;

  /** @param place struct and field, such as `DockerConfigJSON.auths`; nothing for the whole document */
  public constructor(
    kind: GoJsonValue['kind'],
    type: string,
    place?: { readonly struct: string; readonly field: string },
  ) {
    super(
      `json: cannot unmarshal ${kind} into Go ${place === undefined ? 'value' : `struct field ${place.struct}.${place.field}`} of type ${type}`,
    );
    this.#kind = kind;
    this.#type = type;
    this.#field = place?.field;
  }

  /** The same error, seen from a field of an outer struct. */
  public inside(struct: string, field: string): GoTypeError {
    const path = this.#field === undefined ? field : `${field}.${this.#field}`;
    return new GoTypeError(this.#kind, this.#type, { struct, field: path });
  }
}
