/** The pages. */
package vn.quyche.messenger.internal.ui;
