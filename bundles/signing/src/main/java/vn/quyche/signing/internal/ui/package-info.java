/** The pages of the domain. */
package vn.quyche.signing.internal.ui;
