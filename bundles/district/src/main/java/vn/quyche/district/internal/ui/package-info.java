/** The pages. */
package vn.quyche.district.internal.ui;
