/** The tables of security: accounts, grants, delegations, sessions, tokens. */
package vn.quyche.core.security.internal.store;
