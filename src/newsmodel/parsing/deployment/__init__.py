"""Reading deployments: the parts that :mod:`newsmodel.parsing.deployments` puts together."""
