/** Benchmarks: every variant side by side in one run, because only ratios hold. */
package org.feierabend.bench;
