/** What the REST door is compared with: CXF, Jackson and JDBC, and nothing else; dropped into the running school. */
package vn.quyche.bench.bare;
