/** Neighbours that may be absent. */
package vn.quyche.group.internal.link;
