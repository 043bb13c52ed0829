/**
 * The signed, hash-chained account of changes: to policies, rules, roles, terms, keys and releases.
 * It knows roles and signatures, never a person.
 */
package org.feierabend.audit;
