/** Where platforms send events. */
package vn.quyche.messenger.internal.webhook;
