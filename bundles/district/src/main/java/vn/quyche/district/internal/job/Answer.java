package vn.quyche.district.internal.job;

/**
 * What a school's machine answered.
 *
 * @param status the HTTP status
 * @param body the body
 */
record Answer(int status, byte[] body) {}
