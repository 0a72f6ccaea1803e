/** The rules of security as plain Java: passwords, back-off, what a role reaches. */
package vn.quyche.core.security.internal.model;
