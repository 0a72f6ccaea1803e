/** What recurs in the background. */
package vn.quyche.group.internal.job;
