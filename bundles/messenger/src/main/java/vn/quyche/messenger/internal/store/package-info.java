/** What the domain keeps. */
package vn.quyche.messenger.internal.store;
