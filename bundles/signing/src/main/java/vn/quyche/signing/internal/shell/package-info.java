/** The commands of the domain, scope {@code signing}. */
package vn.quyche.signing.internal.shell;
