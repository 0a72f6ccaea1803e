/** What people must do because of groups, and when: here, what somebody who leaves has to settle. */
package vn.quyche.group.internal.duty;
