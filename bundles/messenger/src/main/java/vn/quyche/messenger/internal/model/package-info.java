/** The rules, as plain Java. */
package vn.quyche.messenger.internal.model;
