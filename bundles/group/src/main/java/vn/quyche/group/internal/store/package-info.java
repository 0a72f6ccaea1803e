/** Rows of the schema {@code q_group} and their mapping to the records of the api. Used by the services only. */
package vn.quyche.group.internal.store;
