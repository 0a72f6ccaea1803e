/** Accounts, roles, sessions, tokens, delegations; who may do what; how an act runs. */
package vn.quyche.core.security.internal.service;
