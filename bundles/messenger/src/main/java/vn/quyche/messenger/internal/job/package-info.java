/** What recurs in the background. */
package vn.quyche.messenger.internal.job;
