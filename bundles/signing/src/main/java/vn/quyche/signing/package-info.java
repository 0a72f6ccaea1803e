/**
 * The domain signing: see the README of its folder for what it is for.
 *
 * <p>What other code may see goes into {@code api}, exported by its package-info; all the rest is {@code internal}.
 */
package vn.quyche.signing;
