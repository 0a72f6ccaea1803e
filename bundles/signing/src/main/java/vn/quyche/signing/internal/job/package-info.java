/** What must happen when: alerts and duties about tokens. */
package vn.quyche.signing.internal.job;
