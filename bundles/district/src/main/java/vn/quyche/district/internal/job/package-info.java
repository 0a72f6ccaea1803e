/** Collecting in the background: the job, and the clients of the schools' doors. */
package vn.quyche.district.internal.job;
