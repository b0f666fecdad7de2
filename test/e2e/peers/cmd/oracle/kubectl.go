package main

import (
	"io"

	v1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/cli-runtime/pkg/genericiooptions"
	"k8s.io/kubectl/pkg/cmd/create"
	cmdutil "k8s.io/kubectl/pkg/cmd/util"
)

type login struct {
	Name     string `json:"name"`
	Server   string `json:"server"`
	Username string `json:"username"`
	Password string `json:"password"`
	Email    string `json:"email"`
}

// createSecret runs `kubectl create secret docker-registry --dry-run=client` up to the printing.
func createSecret(l login) answer {
	o := create.NewSecretDockerRegistryOptions(genericiooptions.IOStreams{Out: io.Discard, ErrOut: io.Discard})
	o.Name, o.Server, o.Username, o.Password, o.Email = l.Name, l.Server, l.Username, l.Password, l.Email
	o.DryRunStrategy = cmdutil.DryRunClient
	var made *v1.Secret
	o.PrintObj = func(object runtime.Object) error {
		made = object.(*v1.Secret)
		return nil
	}
	if err := o.Validate(); err != nil {
		return failed(err)
	}
	if err := o.Run(); err != nil {
		return failed(err)
	}
	return answer{"name": made.Name, "type": made.Type, "data": made.Data}
}
