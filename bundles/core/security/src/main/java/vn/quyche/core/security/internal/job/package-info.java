/** What security does by itself: the first account, people who leave, what ran out. */
package vn.quyche.core.security.internal.job;
