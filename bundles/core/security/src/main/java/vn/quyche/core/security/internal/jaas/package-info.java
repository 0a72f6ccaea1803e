/** The realm {@code quyche} of Karaf's shell. */
package vn.quyche.core.security.internal.jaas;
