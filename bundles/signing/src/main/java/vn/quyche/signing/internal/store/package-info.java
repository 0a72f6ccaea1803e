/** Rows of the schema {@code q_signing} and their mapping to the records of the api. Used by the services only. */
package vn.quyche.signing.internal.store;
