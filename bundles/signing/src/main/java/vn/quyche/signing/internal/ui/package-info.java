/** The pages. */
package vn.quyche.signing.internal.ui;
