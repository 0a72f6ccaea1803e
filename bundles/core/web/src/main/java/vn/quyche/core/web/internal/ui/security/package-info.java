/** Pages for accounts, roles, sessions, tokens and delegations, and what everybody sees of their own account. */
package vn.quyche.core.web.internal.ui.security;
