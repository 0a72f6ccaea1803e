/** Entities of the directory and their mapping to records. */
package vn.quyche.core.directory.internal.store;
