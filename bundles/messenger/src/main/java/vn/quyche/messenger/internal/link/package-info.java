/** Neighbours that may be absent. */
package vn.quyche.messenger.internal.link;
