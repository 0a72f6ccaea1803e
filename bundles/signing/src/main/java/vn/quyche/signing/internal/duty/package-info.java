/** What the domain adds to checklists and to the standing of clauses. */
package vn.quyche.signing.internal.duty;
