/** Neighbours that may be absent. */
package vn.quyche.core.directory.internal.link;
